/// Decays beyond the Standard Model, as formulas: rates, spectra, widths.
///
/// One file per model; double precision, no events. How events follow from a formula is the matter
/// of [org.lacuna.physics.decay]. Start reading at [org.lacuna.physics.exotic.MuonNeutrinoBoson].
@NullMarked
package org.lacuna.physics.exotic;

import org.jspecify.annotations.NullMarked;
