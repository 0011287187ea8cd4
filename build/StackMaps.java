import module java.base;

/// Brings old libraries to a class file format that the JVM can keep in its start-up cache.
///
/// Classes compiled for Java 5 or older have no stack maps. The JVM verifies them the slow way at
/// every start and never caches them; for picocli that is a third of the time in which a command
/// starts. Here each such class is written anew, the same instructions with stack maps.
///
/// Usage: `java StackMaps.java FOLDER`, the folder of the libraries.
final class StackMaps {
  /// The first version that must have them.
  private static final int WITH_STACK_MAPS = ClassFile.JAVA_7_VERSION;

  private StackMaps() {}

  static void main(String[] arguments) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        if (isOld(jar)) rewrite(jar);
      }
    }
  }

  private static boolean isOld(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().endsWith(".class") && isOld(content(zip, entry))) return true;
      }
    }
    return false;
  }

  /// The version stands in bytes 6 and 7.
  private static boolean isOld(byte[] classFile) {
    return ByteBuffer.wrap(classFile).getShort(6) < ClassFile.JAVA_6_VERSION;
  }

  private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream bytes = zip.getInputStream(entry)) {
      return bytes.readAllBytes();
    }
  }

  private static void rewrite(Path jar) throws IOException {
    Path written = jar.resolveSibling(jar.getFileName() + ".new");
    try (ZipFile zip = new ZipFile(jar.toFile());
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written))) {
      ClassFile format =
          ClassFile.of(
              ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(loader)));
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] bytes = content(zip, entry);
        boolean old = entry.getName().endsWith(".class") && isOld(bytes);
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        out.write(old ? modern(format, bytes) : bytes);
        out.closeEntry();
      }
    }
    Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] modern(ClassFile format, byte[] bytes) {
    ClassTransform version =
        (built, element) -> {
          if (element instanceof ClassFileVersion) built.withVersion(WITH_STACK_MAPS, 0);
          else built.with(element);
        };
    return format.transformClass(
        format.parse(bytes),
        version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
  }
}
