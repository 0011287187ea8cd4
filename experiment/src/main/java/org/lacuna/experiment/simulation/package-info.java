/// From the beam to the selection: the stages of a sample in their order, and what is kept of it.
///
/// The order of stages, early rejection, and the difference between pseudo-data and simulated
/// samples are decided here and nowhere else. Cards and threads are not here. Start reading at
/// [org.lacuna.experiment.simulation.Simulation].
@NullMarked
package org.lacuna.experiment.simulation;

import org.jspecify.annotations.NullMarked;
