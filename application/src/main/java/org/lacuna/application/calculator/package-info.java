/// The formulas of the models as a calculator: `lacuna physics`.
///
/// Nothing is computed here; a command reads options with units, asks [org.lacuna.physics] and
/// prints the answer for people or as JSON. A process is added by one line in
/// [org.lacuna.application.calculator.Processes]. Start reading at
/// [org.lacuna.application.calculator.PhysicsCommand].
@NullMarked
package org.lacuna.application.calculator;

import org.jspecify.annotations.NullMarked;
