/// Limits on the mixing of heavy neutral leptons that others published, to draw beside one's own.
///
/// The curves are files beside this package, each with its citation and how it was obtained in its
/// head; `README.md` there says how good the digitised ones are. They are drawn and quoted, never
/// used in an analysis. A further curve is one file and one line in the table of
/// [org.lacuna.analysis.limits.EarlierLimits].
@NullMarked
package org.lacuna.analysis.limits;

import org.jspecify.annotations.NullMarked;
