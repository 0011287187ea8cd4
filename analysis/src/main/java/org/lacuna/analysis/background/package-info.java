/// What is expected without a signal, from simulated samples. Start reading at
/// [org.lacuna.analysis.background.ExpectedSpectrum].
@NullMarked
package org.lacuna.analysis.background;

import org.jspecify.annotations.NullMarked;
