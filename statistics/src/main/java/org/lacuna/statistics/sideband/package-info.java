/// The background under a peak, from the counts beside it.
///
/// Beside a signal window `[-w, w)` around a hypothesis lie two sidebands, cut into bins. A
/// polynomial density is fitted to the counts of the bins and integrated over the window; a second
/// order tells how much the answer leans on the shape. All lengths are in units of the resolution
/// σ, so this package needs to know neither the observable nor its unit.
///
/// Three steps: [PeakWindows] lays window and bins around a hypothesis, within the range where the
/// observable is defined; [SortedSample] counts in them; [SidebandEstimator] fits. What comes out
/// is a [SidebandOutcome]: an estimate, free or held at its bounds, or the reason why there is
/// none. Nothing of the signal window's content enters.
///
/// Not here: limits and significances from the estimate (`statistics.counting`,
/// `statistics.evidence`), choice of the hypotheses.
///
/// The likelihood of counts is the default because least squares is biased by whole events, however
/// large the counts: about -1 per bin with observed weights, +0.5 with expected ones
/// ([FitStatistic]). With few events a free polynomial turns negative; the same convex problem is
/// then solved under the condition that no bin and not the window holds less than nothing, so that
/// a limit exists down to a fraction of an event.
///
/// Start reading at [SidebandEstimator].
@NullMarked
package org.lacuna.statistics.sideband;

import org.jspecify.annotations.NullMarked;
