/// The results of a run as records: what `results.json` holds, key by key, and the spectra behind
/// it.
///
/// A component has the name of its key, so the file is these records written down; nothing here
/// reads or writes, draws or computes. Every shape is the same in every run. Three conventions hold
/// throughout:
///
/// * **Not computed** is `NaN` in a record, `null` in the file, an empty cell in a table and a gap
///   in a figure. Each record says by a status which of its numbers may be missing, and refuses
///   `NaN` elsewhere. A count that may not be looked at is an empty [java.util.OptionalLong].
/// * A quantity with an uncertainty is a [org.lacuna.core.quantity.Estimate]; counts, masses,
///   limits, p-values and Z are bare.
/// * Units are in the name: MeV for masses and mass resolutions, as in the figures of the field;
///   branching fractions, mixings |U_ℓ4|² and acceptances are fractions.
///
/// Start reading at [org.lacuna.analysis.result.Results].
@NullMarked
package org.lacuna.analysis.result;

import org.jspecify.annotations.NullMarked;
