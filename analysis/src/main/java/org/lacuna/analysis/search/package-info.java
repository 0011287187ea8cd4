/// Searches: from spectra to significances and limits. A peak is looked for at each mass
/// ([org.lacuna.analysis.search.PeakSearch]), what has no peak above a threshold
/// ([org.lacuna.analysis.search.ThresholdSearch]). Start reading at the first.
@NullMarked
package org.lacuna.analysis.search;

import org.jspecify.annotations.NullMarked;
