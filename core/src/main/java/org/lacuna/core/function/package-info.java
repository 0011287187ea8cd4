/// What hot columns may call: single-precision functions whose bits are the same everywhere, and
/// tabulated curves.
///
/// Functions for calculators are not here: they are `StrictMath` or a library. Start reading at
/// [org.lacuna.core.function.FloatMath].
@NullMarked
package org.lacuna.core.function;

import org.jspecify.annotations.NullMarked;
