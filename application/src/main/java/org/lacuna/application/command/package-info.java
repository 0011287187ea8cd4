/// What can be typed after `lacuna`: one class per command, each listed once in
/// [org.lacuna.application.Main].
///
/// A command parses, calls the libraries and prints; it computes nothing itself. What a library
/// refuses of the user's values is turned into [org.lacuna.application.input.InputException] where
/// the library is handed those values. Start reading at [org.lacuna.application.command.Answer],
/// which every command shares.
@NullMarked
package org.lacuna.application.command;

import org.jspecify.annotations.NullMarked;
