/// Decays of the Standard Model, as formulas: amplitudes, spectra, branching fractions.
///
/// One file per model; double precision, no events. How events follow from a formula is the matter
/// of [org.lacuna.physics.decay]. Start reading at
/// [org.lacuna.physics.standard.MuonNeutrinoPhoton].
@NullMarked
package org.lacuna.physics.standard;

import org.jspecify.annotations.NullMarked;
