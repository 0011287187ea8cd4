/// What the instrument does and what the experimenter measures.
///
/// Responses turn truth into measured columns; reconstruction and selection see measured columns
/// only, so that real data can take the place of simulated ones.
@NullMarked
package org.lacuna.experiment;

import org.jspecify.annotations.NullMarked;
