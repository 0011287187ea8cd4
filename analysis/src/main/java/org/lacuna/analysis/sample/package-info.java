/// The samples that the analysis works on. Start reading at [org.lacuna.analysis.sample.Sample].
@NullMarked
package org.lacuna.analysis.sample;

import org.jspecify.annotations.NullMarked;
