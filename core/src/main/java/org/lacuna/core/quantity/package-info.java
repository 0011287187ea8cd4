/// Numbers with units: what users write ("270 MeV") to what the code computes with (0.27, in GeV).
///
/// Inside Lacuna a quantity is a plain `double` whose name ends in its unit; units exist only where
/// text comes in or goes out. That is why there is no arithmetic on quantities here. Start reading
/// at [org.lacuna.core.quantity.Dimension].
@NullMarked
package org.lacuna.core.quantity;

import org.jspecify.annotations.NullMarked;
