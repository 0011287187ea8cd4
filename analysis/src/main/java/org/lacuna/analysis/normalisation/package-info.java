/// The decay whose rate is known, and what it fixes: the number of kaon decays and the width of the
/// missing mass. Start reading at [org.lacuna.analysis.normalisation.KaonDecays].
@NullMarked
package org.lacuna.analysis.normalisation;

import org.jspecify.annotations.NullMarked;
