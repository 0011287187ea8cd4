/// Decays as columns: what a model writes, and the routines that models share.
///
/// A model fills the daughters in the rest frame of the kaon with the charged one along z. An
/// invisible system needs its spectrum only ([org.lacuna.physics.decay.LeptonInvisible]), a Dalitz
/// plot a proposal for [org.lacuna.physics.decay.AcceptReject]; orientation, boost and the place of
/// the decay are the same for all ([org.lacuna.physics.decay.ToLaboratory]). Formulas for
/// calculators are not here but in the rooms of the models, in double precision.
///
/// Start reading at [org.lacuna.physics.decay.DecayModel].
@NullMarked
package org.lacuna.physics.decay;

import org.jspecify.annotations.NullMarked;
