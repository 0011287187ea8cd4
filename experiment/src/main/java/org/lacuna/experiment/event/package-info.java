/// The record of an event as an experiment has it: columns that detector responses, or real data,
/// fill.
///
/// What really happened is not here; it is another object that only simulation knows. Start reading
/// at [org.lacuna.experiment.event.Measured].
@NullMarked
package org.lacuna.experiment.event;

import org.jspecify.annotations.NullMarked;
