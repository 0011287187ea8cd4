/// How a heavy neutral lepton decays: partial widths, lifetime, what of it can be seen.
///
/// How it is produced is in [org.lacuna.physics.exotic]. Start reading at
/// [org.lacuna.physics.widths.HeavyNeutrino].
@NullMarked
package org.lacuna.physics.widths;

import org.jspecify.annotations.NullMarked;
