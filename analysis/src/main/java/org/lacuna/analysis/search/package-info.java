/// Searches: from spectra to significances and limits. Start reading at
/// [org.lacuna.analysis.search.PeakSearch].
@NullMarked
package org.lacuna.analysis.search;

import org.jspecify.annotations.NullMarked;
