@echo off
rem Starts pgpool-lab on Windows, and builds it first when that is due. Needs a JDK from 17 on, and Maven for the build.
setlocal
set "root=%~dp0"
set "jar=%root%target\pgpool-lab.jar"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo X pgpool-lab needs Java 17 or later>&2
    echo   because  there is no java in JAVA_HOME or on PATH>&2
    echo   try      winget install EclipseAdoptium.Temurin.17.JDK>&2
    exit /b 4
)

rem It is built if there is no program yet, or if a source is newer than it.
powershell -NoProfile -Command "$jar = Get-Item -LiteralPath $env:jar -ErrorAction SilentlyContinue; $sources = 'pom.xml', 'Dockerfile.pgpool', 'src\main', 'src\image', 'templates' | ForEach-Object { Get-ChildItem -LiteralPath (Join-Path $env:root $_) -Recurse -File }; if (-not $jar -or ($sources | Where-Object LastWriteTime -gt $jar.LastWriteTime)) { exit 1 }"
if errorlevel 1 call :build || exit /b

set "PGPOOL_LAB_COMMAND=%~nx0"
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms16m -Xmx192m -Xss512k -Xshare:auto -Xlog:disable -Dfile.encoding=UTF-8 -jar "%jar%" %*
exit /b %errorlevel%

:build
where mvn >nul 2>&1
if errorlevel 1 (
    echo X pgpool-lab cannot be built>&2
    echo   because  there is no Maven ^(mvn^) on PATH>&2
    echo   try      winget install Apache.Maven>&2
    exit /b 1
)
echo pgpool-lab: building, as is due once and after each change>&2
call mvn -B -q -f "%root%pom.xml" -Dquick -Dmaven.test.skip=true package
exit /b %errorlevel%
