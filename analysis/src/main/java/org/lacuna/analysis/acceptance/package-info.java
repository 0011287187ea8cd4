/// What simulated samples say of the selection: acceptances and resolutions, with their
/// uncertainties.
///
/// Start reading at [org.lacuna.analysis.acceptance.HnlSignal].
@NullMarked
package org.lacuna.analysis.acceptance;

import org.jspecify.annotations.NullMarked;
