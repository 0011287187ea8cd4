/// The decays of the house as columns: which process is made of which routine and density.
///
/// A process takes its constants from the formulas in [org.lacuna.physics.standard] and
/// [org.lacuna.physics.exotic] and its loops from [org.lacuna.physics.decay]; it adds a density in
/// single precision where it needs one, cut into formulas of at most 32 operations. Such a density
/// is the one thing that stands here a second time; the contract test draws from it and compares
/// with the formula.
///
/// Not here: which processes a run has; that is a card. Start reading at
/// [org.lacuna.physics.process.PionPionZero].
@NullMarked
package org.lacuna.physics.process;

import org.jspecify.annotations.NullMarked;
