/// What a simulated sample tells only to those who know the truth: which chosen kaons are the wrong
/// ones, which decays of N a veto would see, how well the control sample K⁺ → π⁺π⁺π⁻ is measured.
///
/// A look at a sample goes block by block and gathers ratios and values; the chain itself is that
/// of every other sample. Not here: what the numbers are compared with. Start reading at
/// [org.lacuna.experiment.validation.Look].
@NullMarked
package org.lacuna.experiment.validation;

import org.jspecify.annotations.NullMarked;
