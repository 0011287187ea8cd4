/// Particles, constants of nature and branching fractions: each number once, with its source.
///
/// Form factors and slopes stand beside the formulas that use them. Start reading at
/// [org.lacuna.physics.particle.Particle].
@NullMarked
package org.lacuna.physics.particle;

import org.jspecify.annotations.NullMarked;
