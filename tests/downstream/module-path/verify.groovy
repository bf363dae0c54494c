// Links the module, what it requires and the JDK's part of it into one image, and runs that.
File jdk = new File(System.getProperty('java.home'))
if (!new File(jdk, 'jmods').isDirectory()) {
  println 'This JDK has no jmods: no image is made.'
  return
}

String run(List<String> command) {
  Process process = new ProcessBuilder(command).redirectErrorStream(true).start()
  String output = process.inputStream.text
  assert process.waitFor() == 0: output
  return output
}

File target = new File(basedir, 'target')
File image = new File(target, 'image')
run([
    "${jdk}/bin/jlink".toString(),
    '--module-path', "${target}/classes${File.pathSeparator}${target}/modules".toString(),
    '--add-modules', 'com.example.film',
    '--output', image.path])
String output = run(["${image}/bin/java".toString(), '-m', 'com.example.film/com.example.film.Main'])
assert output.contains('violations: []')
assert output.contains('price: ')
assert output.contains('"positivePrompt":"A lighthouse keeper signals a passing whale"')
