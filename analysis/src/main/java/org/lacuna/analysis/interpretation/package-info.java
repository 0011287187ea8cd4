/// From numbers of events to the quantities of a model. Start reading at
/// [org.lacuna.analysis.interpretation.Sensitivity].
@NullMarked
package org.lacuna.analysis.interpretation;

import org.jspecify.annotations.NullMarked;
