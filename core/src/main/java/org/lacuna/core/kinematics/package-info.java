/// Special relativity in double precision: four-vectors, boosts, the momentum of two-body decays.
///
/// For calculators, set-up and tests. Events are columns of `float` with loops of their own (see
/// [org.lacuna.core.batch]); nothing here is called once per event. Start reading at
/// [org.lacuna.core.kinematics.FourVector].
@NullMarked
package org.lacuna.core.kinematics;

import org.jspecify.annotations.NullMarked;
