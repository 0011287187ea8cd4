package org.lacuna.application.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.lacuna.application.input.InputException;

/// The folder that a run writes to. No other run can write to it meanwhile, and a file in it is
/// complete or absent.
public final class RunFolder implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel lock;

  private RunFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// The next free folder `runs/<name>-<NNN>`.
  public static RunFolder next(String name) {
    for (int number = 1; ; number++) {
      Path folder = Path.of("runs", String.format(Locale.ROOT, "%s-%03d", name, number));
      if (!Files.exists(folder)) return open(folder);
    }
  }

  /// A folder that the user names.
  ///
  /// @param overwrite whether what is in it may go
  /// @throws InputException if it is not empty, or another run is writing to it
  public static RunFolder at(Path folder, boolean overwrite) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputException("--out " + folder + " is a file: name a folder");
    }
    if (Files.isDirectory(folder) && !isEmpty(folder)) {
      if (!overwrite) {
        throw new InputException(
            "--out " + folder + " is not empty: name another folder, or add --overwrite");
      }
      RunFolder taken = open(folder);
      taken.empty();
      return taken;
    }
    return open(folder);
  }

  private static RunFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw taken(folder);
      }
      return new RunFolder(folder, channel);
    } catch (OverlappingFileLockException e) {
      throw taken(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder + ": " + e, e);
    }
  }

  private static InputException taken(Path folder) {
    return new InputException("another run is writing to " + folder + ": name another folder");
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> file.endsWith(LOCK));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e, e);
    }
  }

  private void empty() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder) && !file.endsWith(LOCK)) Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + folder + ": " + e, e);
    }
  }

  public Path path() {
    return folder;
  }

  /// Writes a file as a whole.
  ///
  /// @param name relative to the folder, with `/` between folders
  public void write(String name, byte[] content) {
    Path file = folder.resolve(name);
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.createDirectories(unfinished.toAbsolutePath().getParent());
      Files.write(unfinished, content);
      move(unfinished, file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
      Files.deleteIfExists(folder.resolve(LOCK));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + folder + ": " + e, e);
    }
  }
}
