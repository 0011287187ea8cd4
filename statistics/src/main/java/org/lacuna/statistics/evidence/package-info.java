/// How far a count lies above what was expected: in one place, and in the largest of many.
///
/// Locally, [LocalSignificance] has one function per definition in use. A scan of many hypotheses
/// is a [PeakScan]; that its largest excess is seldom remarkable is what [LookElsewhere] shows with
/// pseudo-experiments, drawn from a [SmoothSpectrum] where the expectation is a simulation.
/// [GlobalSignificance] also has the two bounds that need none.
///
/// Not here: limits (`statistics.counting`) and background estimates (`statistics.sideband`).
///
/// A trials factor is the ratio of the two p-values at one excess. There is no function for it
/// because it is not a constant: it grows with the excess and with the number of events.
///
/// Start reading at [LocalSignificance].
@NullMarked
package org.lacuna.statistics.evidence;

import org.jspecify.annotations.NullMarked;
