/// Selection: named cuts on measured columns, each one bit of an event.
///
/// Cuts do not know the truth, nor which sample they look at. A new cut is one formula and one line
/// in the table of cuts. Start reading at [org.lacuna.experiment.selection.Cut].
@NullMarked
package org.lacuna.experiment.selection;

import org.jspecify.annotations.NullMarked;
