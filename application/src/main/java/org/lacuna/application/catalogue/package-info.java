/// What cards may contain: the visible tables of types, and how each is read.
///
/// `PlaneReaders.PLANES`, `CutReaders.CUTS`, `StepReaders.STEPS`, `EfficiencyReaders.EFFICIENCIES`,
/// `ModelReaders.PROCESSES` and `SIGNALS` are the tables: a new type is one method and one line. A
/// jar from outside adds to them as a [org.lacuna.application.catalogue.Plugin].
///
/// Not here: how cards are found and inherit ([org.lacuna.application.card]), and any physics.
/// Start reading at [org.lacuna.application.catalogue.RunCard].
@NullMarked
package org.lacuna.application.catalogue;

import org.jspecify.annotations.NullMarked;
