/// Feynman rules written out with 4 × 4 matrices, to check the formulas of `physics` against.
///
/// Slow and plain on purpose: nothing is reduced, traced or squared by hand. Conventions: metric
/// (+, −, −, −), Dirac representation, `P_L = (1 − γ₅)/2`. Start reading at
/// [org.lacuna.physics.dirac.Dirac].
@NullMarked
package org.lacuna.physics.dirac;

import org.jspecify.annotations.NullMarked;
