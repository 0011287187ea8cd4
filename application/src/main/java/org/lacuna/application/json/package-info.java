/// Results as JSON, always in the same shape.
///
/// Not here: reading, and what the results are: a record decides its own shape. There is no data
/// binding by annotations, so that a result record need not know that it will be written. Start
/// reading at [org.lacuna.application.json.Json].
@NullMarked
package org.lacuna.application.json;

import org.jspecify.annotations.NullMarked;
