/// What stands where: shapes of planes, the spectrometer with its magnet, the stray field.
///
/// How detectors answer is not here. The apparatus knows single rays only; which particles they are
/// is the business of the responses. Start reading at [org.lacuna.experiment.apparatus.Plane].
@NullMarked
package org.lacuna.experiment.apparatus;

import org.jspecify.annotations.NullMarked;
