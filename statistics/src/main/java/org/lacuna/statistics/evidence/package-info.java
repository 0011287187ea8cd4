/// How far a count lies above what was expected.
@NullMarked
package org.lacuna.statistics.evidence;

import org.jspecify.annotations.NullMarked;
