/// What the user gave and cannot be used: the exceptions that end the program with exit code 2.
///
/// Not here: reading. Whoever reads a card or a file throws its own subclass, with file, line and
/// key in the message. Start reading at [org.lacuna.application.input.InputException].
@NullMarked
package org.lacuna.application.input;

import org.jspecify.annotations.NullMarked;
