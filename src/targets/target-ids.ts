/** The id of a target of ownCloud. */
export type OwnCloudTargetId = 'ocis-5' | 'ocis-6' | 'ocis-7' | 'ocis-8' | 'ocis-next'

/** The id of a target. */
export type TargetId = OwnCloudTargetId | 'opencloud-1' | 'opencloud-2' | 'opencloud-4' | 'opencloud-7.3'
