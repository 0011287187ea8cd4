/// Cards: YAML files that say all a run needs, turned into the records of the other modules.
///
/// A [org.lacuna.application.card.Reader] is one method that declares keys and says how to make a
/// thing of their values. Reading, checking, `card explain` and the JSON Schema all come from that
/// one declaration; there is no second list of keys, no annotation and no default. The text is
/// first read to nodes that know their line ([org.lacuna.application.card.Node]), then inheritance
/// is worked out ([org.lacuna.application.card.Cards]), and only then are values interpreted: so
/// each problem names the line where its cause was written, and all problems are reported at once.
///
/// Not here: what cards contain. Start reading at [org.lacuna.application.card.Reader].
@NullMarked
package org.lacuna.application.card;

import org.jspecify.annotations.NullMarked;
