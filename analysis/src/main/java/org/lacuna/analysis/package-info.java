/// From selected events to physics: normalisation, acceptance, background, search, limits.
///
/// It ends in records; what is drawn or written of them is the business of the report.
@NullMarked
package org.lacuna.analysis;

import org.jspecify.annotations.NullMarked;
