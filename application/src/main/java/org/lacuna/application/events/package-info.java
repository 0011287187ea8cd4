/// Files of events: written by the simulation, or made from the data of an experiment, and read by
/// the selection.
///
/// The columns are those of [org.lacuna.experiment.event.Measured] under their own names, so there
/// is no list of them here. Tables of candidates are not in these files, hence reconstruction
/// cannot be repeated on them. Start reading at [org.lacuna.application.events.EventReader].
@NullMarked
package org.lacuna.application.events;

import org.jspecify.annotations.NullMarked;
