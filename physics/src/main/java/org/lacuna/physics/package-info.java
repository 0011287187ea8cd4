/// What nature does: decay models of the charged kaon, widths, lifetimes, spectra.
///
/// No detector and no statistics belong here. Each package below this one is a room: particles,
/// decays as columns, the formulas of the Standard Model and of what may lie beyond it.
@NullMarked
package org.lacuna.physics;

import org.jspecify.annotations.NullMarked;
