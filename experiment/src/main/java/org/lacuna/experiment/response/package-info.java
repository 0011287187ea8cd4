/// How detectors answer: from the true particles to measured columns, and to the probability that
/// nothing is seen.
///
/// A response reads [org.lacuna.physics.decay.Truth] and writes
/// [org.lacuna.experiment.event.Measured]; it is the only road from one to the other. What is not
/// simulated signal by signal is a probability that multiplies the weight of the event: pseudo-data
/// draw it, simulated samples carry it. Start reading at
/// [org.lacuna.experiment.response.MuonResponse].
@NullMarked
package org.lacuna.experiment.response;

import org.jspecify.annotations.NullMarked;
