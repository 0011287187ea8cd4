/// Reconstruction: from measured columns to measured columns, step by step, in the order of the
/// card.
///
/// The truth is out of reach here by type, so the steps serve real data as they are. A new step is
/// one class and one line in the table of steps. Start reading at
/// [org.lacuna.experiment.reconstruction.Step].
@NullMarked
package org.lacuna.experiment.reconstruction;

import org.jspecify.annotations.NullMarked;
