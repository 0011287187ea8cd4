/// The beam: its particles at the last station of the GTK, its kaons, its pile-up.
///
/// Detectors are not here. Start reading at [org.lacuna.experiment.beam.Beam].
@NullMarked
package org.lacuna.experiment.beam;

import org.jspecify.annotations.NullMarked;
