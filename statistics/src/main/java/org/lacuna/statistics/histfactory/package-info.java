/// Limits and fits of binned templates: workspaces in the JSON form of HistFactory, as pyhf writes
/// them, solved natively.
///
/// A workspace states the expected counts of each channel and sample, what may change them, and
/// what was observed. A measurement picks the parameter of interest and sets ranges. From these
/// comes one likelihood, `Π_bins Poisson(n | ν(θ)) · Π constraints(a | θ)`, which is fitted with
/// exact first and second derivatives; limits follow from asymptotic formulas.
///
/// Not here: pseudo-experiments with templates, interpolations other than codes 4 and 4p, several
/// parameters of interest, reading of files. Trees of Jackson live in this package alone of the
/// module, and only where workspaces are read and written.
///
/// The steps are types: [org.lacuna.statistics.histfactory.WorkspaceJson] (text to a consistent
/// workspace), [org.lacuna.statistics.histfactory.Model] (workspace to functions of parameters),
/// [org.lacuna.statistics.histfactory.Fit] and [org.lacuna.statistics.histfactory.AsymptoticCls].
/// Start reading at the first.
@NullMarked
package org.lacuna.statistics.histfactory;

import org.jspecify.annotations.NullMarked;
