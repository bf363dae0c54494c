// The goal diff compares with a revision of git: the specs as they are before the first goal.
def git = { String... arguments ->
  def process = new ProcessBuilder(['git', '-c', 'user.name=test', '-c', 'user.email=test@example.com'] + (arguments as List))
      .directory(basedir).redirectErrorStream(true).start()
  String output = process.inputStream.text
  assert process.waitFor() == 0 : output
}
git('init', '-q')
git('add', '-f', 'src')
git('commit', '-q', '-m', 'The specs before')
