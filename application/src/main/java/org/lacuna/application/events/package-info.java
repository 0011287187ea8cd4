/// Files of events: written by the simulation, or made from the data of an experiment, and read by
/// the selection.
///
/// The columns are those of [org.lacuna.experiment.event.Measured] under their own names, so there
/// is no list of them here. Further tracks have columns of their own, numbered; the candidates of
/// the beam spectrometer have none, hence reconstruction cannot be repeated on them. Start reading
/// at [org.lacuna.application.events.EventReader].
@NullMarked
package org.lacuna.application.events;

import org.jspecify.annotations.NullMarked;
