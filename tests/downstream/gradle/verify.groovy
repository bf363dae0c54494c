// Debian's gradle is enough. Where there is none, nothing is tried.
def command = System.getenv('PATH').split(File.pathSeparator).collect { new File(it, 'gradle') }.find { it.canExecute() }
if (command == null) {
  println 'Skipped: the recipe for Gradle needs gradle on the PATH.'
  return
}

def gradle = { String... tasks ->
  def process = new ProcessBuilder([command.path, '--no-daemon', '--console', 'plain',
      "-Dmaven.repo.local=${localRepositoryPath}".toString(), *tasks])
      .directory(basedir).redirectErrorStream(true).start()
  String output = process.inputStream.text
  [process.waitFor(), output]
}

// Both models are generated and compiled, and the request is linted.
def (status, output) = gradle('build')
assert status == 0: output
assert new File(basedir, 'build/classes/java/main/com/example/film/Film.class').exists()
assert output.contains('1 file, 1 request: 0 errors, 0 warnings')
assert new File(basedir, 'build/reports/callsheet.sarif').exists()
assert new File(basedir, 'build/resources/main/META-INF/native-image').list().length == 2

// Again, nothing is done. A wrong request fails the build, at its place.
def request = new File(basedir, 'src/main/requests/lighthouse.json')
request.text = request.text.replaceFirst(/"model"/, '"modell": 1, "model"')
(status, output) = gradle('build')
assert status != 0
assert output.contains(':generateRequests UP-TO-DATE')
assert output.contains('[unknown-parameter]')
