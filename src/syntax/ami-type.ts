/** The architecture that an EKS `amiType` names (AL2_ARM_64, AL2023_x86_64_STANDARD, BOTTLEROCKET_ARM_64 …). */
export function architectureOfImageType(amiType: string): 'amd64' | 'arm64' | undefined {
  if (/(?:^|_)ARM_64(?:_|$)/i.test(amiType)) return 'arm64'
  return /(?:^|_)x86_64(?:_|$)|^WINDOWS_/i.test(amiType) ? 'amd64' : undefined
}
